"""What every process stands on: Kafka clients, metrics, health, logs, clock, config value types. Knows no stage."""
