"""The demo's one picture: an illustration, drawn here. Photographs of people would need their consent."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

TITLE = "Two lines that meet"
SHOWS = "A drawing: two people, each with a line behind them. The lines come together, then run side by side."
CREDIT = "Illustration: Peer Support Hub, CC BY 4.0"

WIDTH, HEIGHT = 1280, 480
# Drawn larger and made smaller, so that edges are smooth.
SCALE = 2
GROUND, PERSON, PEER = "#f4e4c6", "#0b3b40", "#cf5a00"
STROKE = 14
Point = tuple[float, float]


def two_lines() -> AbstractImage:
    """The picture of two lines that meet; drawn and saved if it is not there."""
    model = get_image_model()
    found = model.objects.filter(title=TITLE).first()
    if found is not None and found.file.storage.exists(found.file.name):
        return found
    file = ContentFile(_drawing(), name="two-lines-that-meet.png")
    if found is None:
        return model.objects.create(title=TITLE, description=SHOWS, credit=CREDIT, file=file)
    found.file = file
    found.save()
    return found


def _drawing() -> bytes:
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), GROUND)
    draw = ImageDraw.Draw(picture)
    _line(draw, [(0, 270), (1060, 270)], PERSON)
    _line(draw, [(0, 60), (200, 60), *_curve((200, 60), (420, 60), (420, 236), (640, 236)), (1060, 236)], PEER)
    for place, colour in (((1100, 236), PEER), ((1190, 270), PERSON)):
        _dot(draw, place, 30, colour)
    _line(draw, [(1060, 270), (1160, 270)], PERSON)
    picture = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(32)
    output = BytesIO()
    picture.save(output, "PNG", optimize=True)
    return output.getvalue()


def _line(draw: ImageDraw.ImageDraw, points: list[Point], colour: str) -> None:
    scaled = [(x * SCALE, y * SCALE) for x, y in points]
    draw.line(scaled, fill=colour, width=STROKE * SCALE, joint="curve")


def _dot(draw: ImageDraw.ImageDraw, centre: Point, radius: int, colour: str) -> None:
    x, y = centre[0] * SCALE, centre[1] * SCALE
    draw.ellipse((x - radius * SCALE, y - radius * SCALE, x + radius * SCALE, y + radius * SCALE), fill=colour)


def _curve(start: Point, first: Point, second: Point, end: Point, steps: int = 60) -> list[Point]:
    """Points of a Bézier curve."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        corners = (start, first, second, end)
        x, y = (sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
        points.append((x, y))
    return points
