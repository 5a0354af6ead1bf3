"""Tasks: what someone has to do next, about a person, a job, or nothing in particular."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Reply, endpoint
from views.shared import Page
from views.tasks import Badge, Finished, TasksView, TaskView
from vivier.casework import day, todo
from vivier.casework.day import Day
from vivier.casework.todo import Putting
from vivier.tasks.model import Task
from vivier.tasks.service import NewTask, TaskEdit
from vivier.team import notifications
from vivier.team import service as team

bp = Blueprint(__name__)


def _reply(held: tuple[Task, int]) -> Reply:
    return Reply(TaskView.of(held), held[1])


@bp.route("/my-day", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Day)
def my_day(call: Call) -> Day:
    """The member's tasks (overdue, today, in the next seven days, in their time zone) and the scorecards they owe."""
    return day.of(call.actor, team.member(call.subject).timezone, call.now)


@bp.route("/my-day/badge", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Badge)
def badge(call: Call) -> Badge:
    """How much awaits the member."""
    held, late = day.waits(call.actor, team.member(call.subject).timezone, call.now)
    return Badge(tasks=held, overdue=late, unread=notifications.unread(call.actor))


@bp.route("/tasks", methods=["GET"], authorizer=member)
@endpoint(bp, query=Page, returns=TasksView)
def list_tasks(call: Call) -> TasksView:
    """The member's open tasks, the first due first."""
    held, more = todo.listed(call.actor, call.query.cursor)
    return TasksView.of(held, call.actor, more)


@bp.route("/tasks", methods=["POST"], authorizer=member)
@endpoint(bp, body=NewTask, returns=TaskView, status=201)
def create_task(call: Call) -> Reply:
    """Makes a task about a person, a job, a person in a job, or nothing; without an assignee it is one's own."""
    return _reply(todo.create(call.actor, call.body, call.now))


@bp.route("/tasks/{task_id}", methods=["GET"], authorizer=member)
@endpoint(bp, returns=TaskView, versioned=True)
def open_task(call: Call, task_id: str) -> Reply:
    """One task."""
    return _reply(todo.one(call.actor, task_id))


@bp.route("/tasks/{task_id}", methods=["PATCH"], authorizer=member)
@endpoint(bp, body=TaskEdit, returns=TaskView, versioned=True)
def edit_task(call: Call, task_id: str) -> Reply:
    """Changes a task on the version in If-Match: title, due time, repetition, or whose it is."""
    return _reply(todo.edit(call.actor, task_id, call.version, call.body, call.now))


@bp.route("/tasks/{task_id}/done", methods=["POST"], authorizer=member)
@endpoint(bp, returns=Finished)
def finish_task(call: Call, task_id: str) -> Reply:
    """Finishes a task; the next of a repeated one comes with the answer."""
    task, version, coming = todo.finish(call.actor, task_id, call.now)
    return Reply(Finished(task=task, version=version, next=coming), version)


@bp.route("/tasks/{task_id}/undone", methods=["POST"], authorizer=member)
@endpoint(bp, returns=TaskView)
def reopen_task(call: Call, task_id: str) -> Reply:
    """Takes the finishing of a task back, with the next task it made."""
    return _reply(todo.reopen(call.actor, task_id, call.now))


@bp.route("/tasks/{task_id}/snooze", methods=["POST"], authorizer=member)
@endpoint(bp, body=Putting, returns=TaskView)
def put_off_task(call: Call, task_id: str) -> Reply:
    """Puts a task off to a preset or to a day."""
    return _reply(todo.put_off(call.actor, task_id, call.body, call.now))


@bp.route("/tasks/{task_id}", methods=["DELETE"], authorizer=member)
@endpoint(bp, returns=TaskView)
def delete_task(call: Call, task_id: str) -> Reply:
    """Deletes a task; it can be restored."""
    return _reply(todo.delete(call.actor, task_id, call.now))


@bp.route("/tasks/{task_id}/restore", methods=["POST"], authorizer=member)
@endpoint(bp, returns=TaskView)
def restore_task(call: Call, task_id: str) -> Reply:
    """Brings a deleted task back."""
    return _reply(todo.restore(call.actor, task_id, call.now))


@bp.route("/jobs/{job_id}/tasks", methods=["GET"], authorizer=member)
@endpoint(bp, returns=TasksView)
def list_job_tasks(call: Call, job_id: str) -> TasksView:
    """Tasks of a job and of the applications to it, the newest first."""
    return TasksView.of(todo.of_job(call.actor, job_id), call.actor)
