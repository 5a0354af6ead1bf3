"""How long a person practised each of their skills, by their record as it is now: corrections count at once."""

from vivier.people.fields import Entry, Fields
from vivier.resumes.posts.practice import Post, practice


def practised(fields: Fields) -> dict[str, int]:
    """Months by skill, at least; what goes on is counted up to when it was said. Doubtful dates tell nothing."""
    posts = [post for entry in fields.experience if (post := _post(entry)) is not None]
    return practice([skill.value for skill in fields.skills], posts)


def _post(entry: Entry) -> Post | None:
    start, end = entry.start, entry.end
    if start is None or end is None or start.doubtful or end.doubtful:
        return None
    words = [v.value for v in (entry.title, entry.description) if v is not None]
    return Post("\n".join(words), start.value, end.value, f"{end.at:%Y-%m}" if end.at else "")
