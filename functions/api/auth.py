"""How a request proves who it is from: one Lambda authorizer, the same code locally and on AWS."""

from chalice.app import CustomAuthorizer

CACHED_SECONDS = 300  # a removed member is out after five minutes at most

member = CustomAuthorizer(
    "Member",
    header="Authorization",
    ttl_seconds=CACHED_SECONDS,
    # Chalice's types say text; its generator hands CloudFormation's own objects through.
    authorizer_uri={  # type: ignore[arg-type]
        "Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
        "${AuthorizeFunction.Arn}/invocations"
    },
)
