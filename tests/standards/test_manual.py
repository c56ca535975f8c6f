"""The manual says what the program has."""

import re

from nianbao.standards.manual import manual, picture


def parts():
    return [part for chapter in manual().chapters for part in chapter.parts]


def test_there_are_ten_tasks_and_each_has_steps_and_a_picture():
    tasks = [part for part in parts() if re.match(r"\d+\. ", part.title)]

    assert [task.title.split(".")[0] for task in tasks] == [f"{n}" for n in range(1, 11)]
    assert all(task.steps and task.picture and task.caption for task in tasks)


def test_titles_are_names_of_places_in_the_text():
    titles = [part.title for part in parts() if part.title]

    assert len(titles) == len(set(titles))


def test_a_checkout_has_no_pictures_and_a_folder_those_that_lie_there(tmp_path):
    (tmp_path / "import.png").write_bytes(b"")

    assert picture("import", tmp_path) == tmp_path / "import.png"
    assert picture("review", tmp_path) is None
