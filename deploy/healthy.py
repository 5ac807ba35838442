"""Asks the web of this container, by its public name, whether it lives; exits 1 when it does not."""

import os
import sys
from urllib.error import URLError
from urllib.request import Request, urlopen

name = os.environ["ALLOWED_HOSTS"].split(",")[0]
try:
    with urlopen(Request("http://127.0.0.1:8000/healthz", headers={"Host": name}), timeout=4) as answer:
        sys.exit(answer.status != 200)
except URLError:
    sys.exit(1)
