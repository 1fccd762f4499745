"""Pages as a first tutorial of Wagtail makes them: what our own are measured beside. No part of the site."""
