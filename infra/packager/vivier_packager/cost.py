"""What a month will cost, from list prices and the work that one CV makes. An estimate, said to be one."""

from typing import NamedTuple


class Price(NamedTuple):
    """US dollars for one unit; `source` is the page where it stands."""

    dollars: float
    source: str


# us-east-1, read in 2026; Paris is 5-20 % above. Free tiers are left out.
PRICES = {
    "lambda_gb_second": Price(0.0000133334, "https://aws.amazon.com/lambda/pricing/"),
    "lambda_request": Price(0.20 / 1e6, "https://aws.amazon.com/lambda/pricing/"),
    "table_write": Price(0.625 / 1e6, "https://aws.amazon.com/dynamodb/pricing/on-demand/"),
    "table_read": Price(0.125 / 1e6, "https://aws.amazon.com/dynamodb/pricing/on-demand/"),
    "transition": Price(25 / 1e6, "https://aws.amazon.com/step-functions/pricing/"),
    "api_request": Price(3.50 / 1e6, "https://aws.amazon.com/api-gateway/pricing/"),
    "scanned_page": Price(4 / 1000, "https://aws.amazon.com/textract/pricing/ (AnalyzeDocument, layout)"),
    "mail": Price(0.10 / 1000, "https://aws.amazon.com/ses/pricing/"),
    "stored_gb_month": Price(0.023, "https://aws.amazon.com/s3/pricing/"),
    "alarm_month": Price(0.10, "https://aws.amazon.com/cloudwatch/pricing/"),
}

# One CV with a text layer, answered: a generous guess until a month on AWS has been metered.
ONE_CV = {
    "lambda_gb_second": 12,
    "lambda_request": 8,
    "table_write": 80,
    "table_read": 40,
    "transition": 8,
    "api_request": 10,
    "mail": 1,
    "stored_gb_month": 0.002,
}
# The sweep, once a minute, and the alarms: what stands there when nobody works.
IDLE = {"lambda_gb_second": 43_200 * 0.25, "lambda_request": 43_200, "table_read": 43_200 * 9, "alarm_month": 11}


def dollars(work: dict[str, float]) -> float:
    return sum(PRICES[name].dollars * amount for name, amount in work.items())


def estimate(cvs: int = 1000, scanned_pages: int = 200) -> str:
    reading = dollars({name: amount * cvs for name, amount in ONE_CV.items()})
    scans = PRICES["scanned_page"].dollars * scanned_pages
    idle = dollars({name: float(amount) for name, amount in IDLE.items()})
    return (
        "What it will cost (an estimate from us-east-1 list prices, free tiers not counted):\n"
        f"  idle                                  about ${idle:.2f} a month\n"
        f"  {cvs} CVs with text, answered          about ${reading:.2f}\n"
        f"  {scanned_pages} scanned pages (Textract)           about ${scans:.2f}\n"
        "Prices change: see infra/packager/vivier_packager/cost.py for each and its page."
    )
