"""What goes wrong on demand: for tests of the product's own behaviour when a service fails. Loopback only."""

import asyncio
import threading
from enum import StrEnum

from pydantic import BaseModel, Field, ValidationError

from vivier_local.asgi import Answer, Request, Send, error_answer, json_answer, respond


class Failure(StrEnum):
    """`timeout`: the service does what was asked, and its answer never comes. `unavailable`: 503, nothing done."""

    THROTTLE = "throttle"
    REJECT = "reject"
    UNAVAILABLE = "unavailable"
    TIMEOUT = "timeout"


class Fault(BaseModel):
    """The next `times` calls of `service` fail so. `seconds`: how long a timeout holds the connection."""

    service: str = "ses"
    failure: Failure
    times: int = Field(1, ge=0)
    seconds: float = Field(30, ge=0)


class EventRule(BaseModel):
    """How SES's events come: after `delay_seconds` each, those in `drop` never."""

    delay_seconds: float = Field(0.2, ge=0, le=600)
    drop: list[str] = []


class FaultPlan(BaseModel):
    """The whole of what is planned: a PUT replaces it."""

    faults: list[Fault] = []
    events: EventRule = EventRule()


REFUSALS = {
    Failure.THROTTLE: (429, "TooManyRequestsException", "Maximum sending rate exceeded."),
    Failure.REJECT: (400, "MessageRejected", "Email address is not verified."),
    Failure.UNAVAILABLE: (503, "ServiceUnavailable", "The service is unavailable."),
}


class Faults:
    """Held in memory: a restart plans nothing."""

    def __init__(self) -> None:
        self._plan = FaultPlan()
        self._lock = threading.Lock()

    def next(self, service: str) -> Fault | None:
        """The failure of this call, if one is planned; it is used up by asking."""
        with self._lock:
            for fault in self._plan.faults:
                if fault.service == service and fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    def event_rule(self) -> EventRule:
        return self._plan.events

    async def refuse(self, fault: Fault, send: Send) -> bool:
        """Answers instead of the service; False when the service shall do its work first."""
        if fault.failure is Failure.TIMEOUT:
            return False
        status, code, message = REFUSALS[fault.failure]
        answer = json_answer({"message": message}, status)
        headers = {**answer.headers, "x-amzn-errortype": code}
        await respond(send, answer.model_copy(update={"headers": headers}))
        return True

    async def withhold(self, fault: Fault) -> None:
        """Keeps the caller waiting; the connection is then closed without an answer."""
        await asyncio.sleep(fault.seconds)

    def page(self, request: Request) -> Answer:
        """GET shows the plan, PUT replaces it, DELETE clears it."""
        if request.method == "PUT":
            try:
                self._plan = FaultPlan.model_validate_json(request.body)
            except ValidationError as error:
                return error_answer(422, "Invalid", str(error))
        elif request.method == "DELETE":
            self._plan = FaultPlan()
        return json_answer(self._plan.model_dump(mode="json"))
