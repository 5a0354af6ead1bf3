"""Addresses by a hash with the workspace's own key: a list of them names nobody, and says nothing elsewhere."""

import hashlib
import hmac


def hashed(secret: str, address: str) -> str:
    """The same for an address however it is written; `secret` is the workspace's (store.hash_key)."""
    return hmac.new(bytes.fromhex(secret), address.strip().casefold().encode(), hashlib.sha256).hexdigest()


def place(key: str, shards: int) -> int:
    """Where something with this key is counted: the same shard each time."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % shards
