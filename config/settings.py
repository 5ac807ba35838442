"""All settings, one file; what differs between installations comes from the environment (docs/settings)."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env
from config.logs import logging_for
from config.schedule import BEAT_SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent
os.environ.setdefault(
    "PYPINYIN_NO_PHRASES", "true"
)  # 41 MB a process; enforcement.rules.readings has what matters

# --- This installation --------------------------------------------------------------------------------------
DATA = Path(
    env.text("GUIDEPOST_DATA", str(BASE_DIR / "var"), "Folder of files, keys and the SQLite database.")
)
DATA = DATA.expanduser().absolute()
GUIDEPOST_DATA = str(DATA)
DEBUG = env.flag("DEBUG", meaning="Show error details. Never in production.")
EMBEDDED = env.flag(
    "GUIDEPOST_EMBEDDED",
    default=(DATA / "secrets.json").exists(),
    meaning="One machine on http and loopback; keys are made once and kept in the data folder.",
)
DEMO = env.flag(
    "GUIDEPOST_DEMO",
    meaning="The invented city: the sign-in page offers one click a role. Never in production.",
)
if EMBEDDED:
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)

keys = env.Secrets(kept_in=DATA / "secrets.json", may_make=EMBEDDED)
SECRET_KEY = keys.key("SECRET_KEY", "Signs sessions and links.")
SECRET_KEY_FALLBACKS = env.items(
    "SECRET_KEY_FALLBACKS", meaning="Earlier signing keys, while they are being replaced."
)
FIELD_KEY = keys.key_of_32_bytes(
    "FIELD_KEY", "Encrypts personal data: 32 random bytes in base64. Losing it loses the data."
)
ANCHOR_KEY = keys.key("ANCHOR_KEY", "Seals the anchors of the audit record.")

# --- Parts --------------------------------------------------------------------------------------------------
PROJECT_APPS = ["foundation", "enforcement", "guidance", "riskcontrol", "leniency", "evaluation", "desk"]
INSTALLED_APPS = [
    *PROJECT_APPS,
    "foundation.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "csp",
    "django_celery_beat",
    "django_filters",
    "django_htmx",
    "django_structlog",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    "simple_history",
    "template_partials",
    "tree_queries",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "foundation.middleware.QueueAgeMiddleware",
    "foundation.middleware.HostileAddressMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.logs.RequestLogMiddleware",
    "foundation.middleware.HeadersMiddleware",
    "foundation.middleware.DatabaseDownMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "foundation.middleware.LiveSessionMiddleware",
    "foundation.middleware.ActorMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "foundation.context.navigation",
                "desk.views.bell.bell",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Store --------------------------------------------------------------------------------------------------
DATABASES = {
    "default": env.database(
        "DATABASE_URL",
        f"sqlite:///{DATA / 'guidepost.sqlite3'}",
        "postgres://user:word@host/name or sqlite:///path.",
    )
}
STATEMENT_TIMEOUT = env.number(
    "STATEMENT_TIMEOUT_MS", 0, "Longest database statement; the web sets 10000 itself."
)
if STATEMENT_TIMEOUT and DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"]["options"] = f"-c statement_timeout={STATEMENT_TIMEOUT}"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}  # pages do without Redis
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- Who may enter ------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "enforcement.Officer"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign_in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PROXIES = env.number(
    "PROXIES", 0, "How many reverse proxies of ours stand before the web; their X-Forwarded-* is believed."
)
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # never a whole office behind one address
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_CALLABLE = "enforcement.views.entrance.locked_out"
AXES_IPWARE_PROXY_COUNT = PROXIES or None
AXES_IPWARE_META_PRECEDENCE_ORDER = ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR") if PROXIES else ("REMOTE_ADDR",)
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["code", "csrfmiddlewaretoken"]  # a mistyped recovery code is still half a secret
REQUIRE_SECOND_FACTOR = env.flag(
    "REQUIRE_SECOND_FACTOR",
    default=not (EMBEDDED or DEMO),
    meaning="Heads, reviewers, supervisors, evaluators and administrators enter with a second factor.",
)
GUIDANCE_COMMENT_DAYS = env.number(
    "GUIDANCE_COMMENT_DAYS", 30, "Days that a draft of major guidance is open to comments of the public."
)
GUIDANCE_CANDIDATE_DAYS = env.number(
    "GUIDANCE_CANDIDATE_DAYS", 5, "Working days that a candidate for a model is shown to the public."
)
GUIDANCE_REVIEW_MONTHS = env.number(
    "GUIDANCE_REVIEW_MONTHS", 12, "Months after which published guidance and models are looked at again."
)
GUIDANCE_RECHECK_DAYS = env.number(
    "GUIDANCE_RECHECK_DAYS", 3, "Working days after its day within which an exhortation is looked at again."
)
GUIDANCE_HOLD_DAYS = env.number(
    "GUIDANCE_HOLD_DAYS", 10, "Working days within which counselling that was taken up is held."
)
LENIENCY_LOOK_BACK_MONTHS = env.number(
    "LENIENCY_LOOK_BACK_MONTHS", 24, "Months looked back for a first violation where no list says it."
)
LENIENCY_REVIEW_MONTHS = env.number(
    "LENIENCY_REVIEW_MONTHS", 12, "Months after which a leniency list in force is reviewed."
)
LENIENCY_RECHECK_DAYS = env.number(
    "LENIENCY_RECHECK_DAYS", 3, "Working days after an order to correct within which it is looked at again."
)
IDLE_MINUTES = env.number(
    "IDLE_MINUTES", 0 if EMBEDDED or DEMO else 30, "Minutes without a request that end a session; 0: never."
)
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600  # and no session lasts longer, however busy
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- The wall -----------------------------------------------------------------------------------------------
HTTPS = env.flag(
    "HTTPS", default=not (EMBEDDED or DEBUG), meaning="People come by https: secure cookies, HSTS, redirects."
)
ALLOWED_HOSTS = env.items(
    "ALLOWED_HOSTS",
    "localhost,127.0.0.1,[::1]" if EMBEDDED or DEBUG else "",
    "Host names of this installation, by commas.",
)
PUBLIC_URL = env.text(
    "PUBLIC_URL",
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if HTTPS and ALLOWED_HOSTS else "http://127.0.0.1:8000",
    "Where people reach this installation, for links that are printed or sent: https://name.",
).rstrip("/")
LINK_DAYS = env.number("LINK_DAYS", 90, "Days for which a counterpart's link to its guidance is valid.")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# --- Words and times ----------------------------------------------------------------------------------------
LANGUAGE_CODE = env.text("LANGUAGE_CODE", "zh-hans", "Language before a person chose one: zh-hans or en.")
LANGUAGES = [("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Asia/Shanghai", "Time zone of deadlines and of what people read.")
FIRST_DAY_OF_WEEK = 1

# --- Files of the look --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_MANIFEST = env.flag(
    "GUIDEPOST_STATIC_MANIFEST", meaning="Serve what collectstatic gathered, under hashed names."
)
STATIC_ROOT = BASE_DIR / "staticfiles" if STATIC_MANIFEST else None
WHITENOISE_USE_FINDERS = not STATIC_MANIFEST
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- The API ------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "foundation.endpoints.auth.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["foundation.endpoints.auth.ActorRequired"],
    "DEFAULT_RENDERER_CLASSES": ["foundation.endpoints.renderers.OrjsonRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "foundation.endpoints.problem.exception_handler",
    "NUM_PROXIES": PROXIES,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Guidepost API",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": ["foundation.endpoints.schema.choices_where_they_stand"],
}

# --- The worker ---------------------------------------------------------------------------------------------
REDIS_URL = env.text(
    "REDIS_URL", "", "redis://host:6379/0; without it messages lie as files in the data folder."
)
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "visibility_timeout": 3600,
        "unacked_restore_interval": 30,
        "unacked_restore_throttle": 1,
        "socket_timeout": 2,
        "socket_connect_timeout": 1,
        "max_retries": 1,
    }
else:
    CELERY_BROKER_URL = "filesystem://localhost"
    folders = {name: str(DATA / "queue" / name) for name in ("messages", "processed", "control")}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": folders["messages"],
        "data_folder_out": folders["messages"],
        "processed_folder": folders["processed"],
        "control_folder": folders["control"],
        "polling_interval": 0.05,  # the default of a second gives two tasks a second
    }
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = (
    False  # the sweep repeats what was lost, and parks it after three attempts
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_EXPIRES = None  # there are none to clean away
CELERY_TASK_TIME_LIMIT = 1800  # must stay below the visibility timeout, or a task runs twice
CELERY_TASK_SOFT_TIME_LIMIT = 1500
CELERY_TASK_PUBLISH_RETRY = False  # a nudge may fail; a page never waits for the broker
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = BEAT_SCHEDULE
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
DJANGO_CELERY_BEAT_TZ_AWARE = True

# --- What is told to operators ------------------------------------------------------------------------------
LOGGING = logging_for(people=EMBEDDED, level=env.text("LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR."))
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_USER_ID_FIELD = None  # who did what stands in the audit record
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = 10
EMAIL_BACKEND = (
    "django.core.mail.backends.console.EmailBackend"
    if EMBEDDED
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = env.text("EMAIL_HOST", "localhost", "Mail server.")
EMAIL_PORT = env.number("EMAIL_PORT", 25, "Port of the mail server.")
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "", "Name with which the mail server is entered; empty: none.")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "", "Password with which the mail server is entered.")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", meaning="The mail server is spoken to in secret (STARTTLS).")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "guidepost@localhost", "Sender of notices.")
GATEWAYS_INSIDE = env.flag(
    "GATEWAYS_INSIDE",
    default=EMBEDDED or DEBUG,
    meaning="Gateways of messages may stand in the own network, and be reached by http.",
)
