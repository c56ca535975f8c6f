"""Which of two files that were one is newer, or whether both went on."""

import hashlib
import shutil

from hypothesis import given
from hypothesis import strategies as st

from nianbao.workspace import Workspace
from nianbao.workspace.copies import twins
from nianbao.workspace.copies.twins import Kin

STEPS = st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from("12")), max_size=4).map(tuple)
REVERSED = {Kin.NEWER: Kin.OLDER, Kin.OLDER: Kin.NEWER}


@given(STEPS, STEPS)
def test_the_other_way_round_the_newer_is_the_older(here, there):
    kin = twins.compare(here, there)
    assert twins.compare(there, here) is REVERSED.get(kin, kin)


@given(STEPS.filter(bool), STEPS, STEPS)
def test_what_two_files_have_become_since_they_were_one(common, one, other):
    here, there = common + one, common + other
    found = twins.compare(here, there)
    if one == other:
        assert found is Kin.SAME
    elif other[: len(one)] == one:
        assert found is Kin.NEWER
    elif one[: len(other)] == other:
        assert found is Kin.OLDER
    else:
        assert found is Kin.PARTED


def test_without_a_first_step_in_common_they_are_strangers():
    assert twins.compare((("甲", "1"),), (("甲", "2"),)) is Kin.STRANGER
    assert twins.compare((), ()) is Kin.STRANGER
    assert twins.compare((), (("甲", "1"),)) is Kin.STRANGER


def step(path, name):
    data = name.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    with Workspace.open(path) as store, store.act(name) as action:
        store.add_original(
            action, sha256=sha256, name=name, kind="txt", data=data, unit="安澜县", year=2025
        )


def test_twins_in_the_folder_are_found_with_the_steps_they_have_more(tmp_path):
    own = tmp_path / "安澜县.nianbao"
    Workspace.create(own).close()
    step(own, "一")
    for name in ("新", "分", "旧", "同"):
        shutil.copyfile(own, tmp_path / f"{name}.nianbao")
    step(tmp_path / "新.nianbao", "二")
    step(tmp_path / "新.nianbao", "三")
    step(tmp_path / "分.nianbao", "四")
    shutil.copyfile(tmp_path / "新.nianbao", tmp_path / "新.db")  # none by its name
    Workspace.create(tmp_path / "生.nianbao").close()
    step(tmp_path / "生.nianbao", "别的")
    (tmp_path / "不是.nianbao").write_text("文字", encoding="utf-8")

    with Workspace.open(own) as store:
        found = {twin.path.stem: (twin.kin, twin.steps) for twin in store.twins()}
        assert found == {
            "新": (Kin.NEWER, 2),
            "分": (Kin.NEWER, 1),
            "旧": (Kin.SAME, 0),
            "同": (Kin.SAME, 0),
        }
    step(own, "五")
    step(own, "六")
    with Workspace.open(own) as store:
        found = {twin.path.stem: (twin.kin, twin.steps) for twin in store.twins()}
        assert found == {
            "新": (Kin.PARTED, 2),
            "分": (Kin.PARTED, 1),
            "旧": (Kin.OLDER, 0),
            "同": (Kin.OLDER, 0),
        }
        store.undo()
        store.undo()
        assert {twin.kin for twin in store.twins() if twin.path.stem == "旧"} == {Kin.SAME}


def test_what_is_no_workspace_has_no_trace(tmp_path):
    assert twins.trace(tmp_path / "没有.nianbao") is None
    (tmp_path / "空.nianbao").touch()
    assert twins.trace(tmp_path / "空.nianbao") is None
