"""What holds true, computed from evidence and decisions."""

from .anchored import Anchored
from .decisions import Judgement, Redirect, Suggestion
from .events import Event, EventCitation, Participation
from .persons import Appearance, Citation, NameKey, Person, PersonName, Profile
from .posts import AppearancePost, Area, CitedPost, Organization, OrganizationAlias, Role
from .sightings import SightingForm, SightingTie, StoredSighting
from .tenures import Tenure, TenureConflict, TenureDocument

__all__ = [
    "Anchored", "Appearance", "AppearancePost", "Area", "Citation", "CitedPost", "Event", "EventCitation", "Judgement",
    "NameKey", "Organization", "OrganizationAlias", "Participation", "Person", "PersonName", "Profile", "Redirect",
    "Role", "SightingForm", "SightingTie", "StoredSighting", "Suggestion", "Tenure", "TenureConflict", "TenureDocument",
]
