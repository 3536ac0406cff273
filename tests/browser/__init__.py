"""The built site, as a reader meets it: in the system's Chromium, by Playwright."""
