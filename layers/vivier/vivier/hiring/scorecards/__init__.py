"""What people are looked at for in a job, and what each colleague saw. Written by humans, read side by side: there is
no score, no average, no rank.
"""
