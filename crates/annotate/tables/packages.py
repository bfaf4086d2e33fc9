"""The openly licensed packages that the tables are derived from."""

import hashlib
import os
import re
import subprocess
import sys


def package(folder, registry, name, version, digest):
    """Path of a package, downloaded where it is missing and checked."""

    def here():
        return [f for f in os.listdir(folder) if re.match(rf"{name}-{re.escape(version)}[.-]", f)]

    if not here():
        if registry == "pypi":
            command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", ".", f"{name}=={version}"]
        else:
            command = ["npm", "pack", "--silent", f"{name}@{version}"]
        subprocess.run(command, cwd=folder, check=True)
    (path,) = [os.path.join(folder, f) for f in here()]
    if hashlib.sha256(open(path, "rb").read()).hexdigest() != digest:
        sys.exit(f"{path}: not the file that is asked for")
    return path
