"""A new file never takes the name of one that is there."""

from itertools import islice

from nianbao.machine.free_names import free, numbered


def test_names_go_on_with_numbers(tmp_path):
    names = islice(numbered(tmp_path / "甲.docx"), 3)

    assert [name.name for name in names] == ["甲.docx", "甲（2）.docx", "甲（3）.docx"]


def test_the_first_name_that_is_free_is_taken(tmp_path):
    path = tmp_path / "甲.docx"
    assert free(path) == path

    path.touch()
    (tmp_path / "甲（2）.docx").touch()

    assert free(path).name == "甲（3）.docx"


def test_a_name_that_cannot_be_looked_at_is_left_to_the_writing(tmp_path):
    path = tmp_path / ("甲" * 300 + ".docx")

    assert free(path) == path
