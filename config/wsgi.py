"""The web entry point; a web request may hold the database for ten seconds, a task for longer."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("STATEMENT_TIMEOUT_MS", "10000")

application = get_wsgi_application()
