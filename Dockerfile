# Two stages: what builds stays behind. The image runs web, worker or timer, as an ordinary user.
FROM python:3.11.14-slim-bookworm AS build
WORKDIR /app
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN GUIDEPOST_EMBEDDED=1 GUIDEPOST_DATA=/tmp/build GUIDEPOST_STATIC_MANIFEST=1 \
    /venv/bin/python manage.py collectstatic --noinput

FROM python:3.11.14-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    GUIDEPOST_DATA=/data GUIDEPOST_STATIC_MANIFEST=1
RUN useradd --system --uid 10001 --home-dir /app guidepost && install -d -o guidepost -m 700 /data
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
USER guidepost
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "deploy/healthy.py"]
CMD ["gunicorn", "--config", "deploy/gunicorn.py", "config.wsgi"]
