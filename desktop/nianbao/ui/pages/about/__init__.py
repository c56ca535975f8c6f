"""Texts about the program and this computer: 关于, 诊断."""
