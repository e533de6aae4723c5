"""Running it: topics, supervisor, status, doctor, replay, dead letters, logs; `pipeline/cli` prints what they return."""
