"""The demo: local boards whose truth is known, crawled in three rounds, checked in both warehouses."""
