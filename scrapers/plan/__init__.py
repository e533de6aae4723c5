"""When each board is crawled: pure rules over records of the plan. No network, no clock, no Kafka, no Scrapy."""
