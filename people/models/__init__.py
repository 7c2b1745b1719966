"""What holds true, computed from evidence and decisions."""

from .anchored import Anchored
from .decisions import Judgement, Redirect, Suggestion
from .events import Event, EventCitation, Participation
from .persons import Appearance, Citation, Person, PersonName
from .posts import AppearancePost, Area, Organization, OrganizationAlias, Role, Tenure

__all__ = [
    "Anchored", "Appearance", "AppearancePost", "Area", "Citation", "Event", "EventCitation", "Judgement", "Organization",
    "OrganizationAlias", "Participation", "Person", "PersonName", "Redirect", "Role", "Suggestion", "Tenure",
]
