"""Sizes and copies of folders."""

import os
import shutil


def size_of(folder):
    """The bytes of all files under `folder`, as their lengths say."""
    return sum(os.lstat(os.path.join(path, name)).st_size
               for path, _, names in os.walk(folder) for name in names)


def remove(folder):
    """Removes a folder, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def copy(source, target):
    """Puts a copy of a folder in place of `target`."""
    remove(target)
    shutil.copytree(source, target)


def warm(path):
    """Reads a file once, so that the machine's file cache holds it."""
    with open(path, "rb") as file:
        while file.read(1 << 20):
            pass
