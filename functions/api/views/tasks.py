"""What the API shows of tasks."""

from typing import Self

from vivier.kernel.model import Model
from vivier.tasks.model import Task


class TaskView(Model):
    """A task with its version, which an edit names."""

    task: Task
    version: int

    @classmethod
    def of(cls, held: tuple[Task, int]) -> Self:
        return cls(task=held[0], version=held[1])


class Finished(TaskView):
    next: Task | None = None


class TasksView(Model):
    tasks: list[TaskView]
    cursor: str | None = None


class Badge(Model):
    """What awaits the member: tasks overdue or due today, and notifications that are unread."""

    tasks: int
    unread: int
