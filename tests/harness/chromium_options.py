"""How Chromium is started for tests and benchmarks."""

from collections.abc import Sequence

from selenium import webdriver

from tests.harness.browsers_found import Found
from tests.harness.help_site import HOSTS, HelpSite

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",
    # Lets DevTools load an extension, also into a browser whose tabs are open already.
    "--enable-unsafe-extension-debugging",
    # A popup may grow to 600 px only if the screen leaves room for it.
    "--screen-info={1600x1200}",
    "--window-size=1280,1000",
)


def options(
    found: Found, site: HelpSite, languages: str, flags: Sequence[str]
) -> webdriver.ChromeOptions:
    """Return the start options: both sites are the loopback server, and there is no other."""
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = str(found.binary)
    here = ", ".join(f"MAP {host}:443 127.0.0.1:{site.port}" for host in HOSTS)
    rules = f"--host-resolver-rules={here}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    for flag in (*FLAGS, *flags, rules):
        chosen.add_argument(flag)
    chosen.accept_insecure_certs = True
    chosen.add_experimental_option("enableExtensionTargets", value=True)  # The popup's handle.
    # Without developer mode an unpacked extension that reloads itself comes back disabled.
    preferences = {"intl.accept_languages": languages, "extensions.ui.developer_mode": True}
    chosen.add_experimental_option("prefs", preferences)
    return chosen
