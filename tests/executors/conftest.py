"""An archive that can be built, as in the tests of sites."""

from tests.site.conftest import site_archive

__all__ = ["site_archive"]
