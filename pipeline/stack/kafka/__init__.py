"""Apache Kafka: jars by way of Maven coordinates, on a Java runtime that is a Python package."""
