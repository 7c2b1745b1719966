"""The faces: intake, the editors' admin, the JSON API."""
