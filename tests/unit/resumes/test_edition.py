"""Which edition of the rules read a document."""

from pathlib import Path

from vivier.resumes.edition import reader, rules_of


def test_a_word_more_in_a_list_is_another_edition(tmp_path: Path) -> None:
    (tmp_path / "names.py").write_text("NAMES = 1")
    words = tmp_path / "lexicon" / "skills.txt"
    words.parent.mkdir()
    words.write_text("soudure\n")
    before = rules_of(tmp_path)

    words.write_text("soudure\nbrasage\n")

    assert rules_of(tmp_path) != before
    assert reader().partition("+")[2]
