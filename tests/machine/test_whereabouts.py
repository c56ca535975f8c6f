"""Where files are, whatever links lead there and wherever it cannot be asked."""

import os
from pathlib import Path

import pytest

from nianbao.machine.whereabouts import real


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators alone")
def test_links_are_followed(tmp_path):
    (tmp_path / "链接").symlink_to(tmp_path / "文档")

    assert real(tmp_path / "链接" / "甲.nianbao") == tmp_path / "文档" / "甲.nianbao"


def test_where_it_cannot_be_asked_the_name_has_to_do(tmp_path, monkeypatch, cut_off):
    monkeypatch.chdir(tmp_path)
    cut_off("共享")

    assert real(Path("共享", "甲.nianbao")) == tmp_path / "共享" / "甲.nianbao"
