"""Logs (JSON, with correlation ids, never personal data) and metrics, through Powertools."""

import os
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import AmazonCloudWatchEMFProvider


class _Metrics(AmazonCloudWatchEMFProvider):
    """Powertools warns of every invocation that counts nothing: most of ours."""

    def flush_metrics(self, raise_on_empty_metrics: bool = False) -> None:
        if self.metric_set or raise_on_empty_metrics:
            super().flush_metrics(raise_on_empty_metrics)


logger = Logger(service=os.environ.get("POWERTOOLS_SERVICE_NAME", "vivier"), utc=True)
metrics = _Metrics(namespace="Vivier", service=os.environ.get("POWERTOOLS_SERVICE_NAME", "vivier"))


def count(name: str, value: float = 1) -> None:
    """One more of something, on the dashboard and for alarms."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)


def correlate(**ids: Any) -> None:
    """Ids that every later line of this invocation carries."""
    logger.append_keys(**ids)
