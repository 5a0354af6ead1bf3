"""What the web client must know at run time: /config.json, written from the stack's outputs."""

from pydantic import BaseModel


class LocalPages(BaseModel):
    """Pages that only a local instance has."""

    mailbox_url: str = "/mailbox"
    personas_url: str = "/personas"


class WebConfig(BaseModel):
    """`authority` is the issuer of tokens; `redirect_url` is one of the client's callback addresses."""

    authority: str
    client_id: str
    authorize_url: str
    token_url: str
    logout_url: str
    redirect_url: str
    api_url: str = "/api"
    docs_url: str = "/docs/"
    version: str
    local: LocalPages | None = None


def web_config(
    *, pool: str, client: str, region: str, origin: str, sign_in: str, version: str, local: LocalPages | None = None
) -> WebConfig:
    """`sign_in`: the origin of the hosted login (the pool's domain on AWS, the instance itself locally)."""
    return WebConfig(
        authority=f"https://cognito-idp.{region}.amazonaws.com/{pool}",
        client_id=client,
        authorize_url=f"{sign_in}/oauth2/authorize",
        token_url=f"{sign_in}/oauth2/token",
        logout_url=f"{sign_in}/logout",
        redirect_url=f"{origin}/signed-in",
        version=version,
        local=local,
    )
