"""The web server of production: two processes a core pair, four threads each, graceful end."""

import os

bind = "0.0.0.0:8000"  # only the network of the proxy reaches it
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = 4
preload_app = True
graceful_timeout = 30
keepalive = 65  # longer than the proxy keeps its side open
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm"  # noqa: S108 a heartbeat file must not wait for a disk
accesslog = None
