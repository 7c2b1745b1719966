"""The records room: people, posts, tenures and events, computed from evidence and decisions."""
