"""What reads foreign files, one module a format. Runs in the child process of `vivier.resumes.opening`.

Nothing here imports pydantic: it would be most of the child's start (0.2 s, measured). The parent checks every answer
with the models of `vivier.resumes.opening`.
"""
