"""PLOVER as data: acts, types, contexts, sectors, entity codes and the CAMEO crosswalk."""

from communique.ontology.acts import Act, CodeBook, Confusable, act, acts, typed
from communique.ontology.check import check
from communique.ontology.contexts import contexts
from communique.ontology.crosswalk import CameoCode, cameo_codes, from_cameo
from communique.ontology.sectors import EntityCodes, Sector, entity_codes, sectors
from communique.ontology.types import (
    QUADS,
    EventType,
    Mode,
    QuadCode,
    event_types,
    quad_code,
    score,
)

__all__ = [
    "QUADS",
    "Act",
    "CameoCode",
    "CodeBook",
    "Confusable",
    "EntityCodes",
    "EventType",
    "Mode",
    "QuadCode",
    "Sector",
    "act",
    "acts",
    "cameo_codes",
    "check",
    "contexts",
    "entity_codes",
    "event_types",
    "from_cameo",
    "quad_code",
    "score",
    "sectors",
    "typed",
]
