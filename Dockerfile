# The README's two commands on a machine that has nothing: the first when the image is made, the
# second when it runs.
#
#     docker build -t support-guide . && docker run --rm --shm-size=1g support-guide
#
# The packages lie in /guide/dist then: docker run --rm -v "$PWD/out:/out" support-guide cp -r dist /out
FROM debian:trixie-slim

# The browsers here, as the tests would install them, so that they are in the image.
RUN apt-get update -q && apt-get install -qy --no-install-recommends \
        ca-certificates chromium chromium-driver firefox-esr fonts-noto-core git python3 python3-pip \
    && rm -rf /var/lib/apt/lists/*
ENV PIP_BREAK_SYSTEM_PACKAGES=1

WORKDIR /guide
COPY . .
RUN pip install uv && uv run build.py

CMD ["uv", "run", "pytest"]
