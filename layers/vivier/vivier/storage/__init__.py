"""The one table: items, transactions, cursors. The only room that knows PynamoDB."""
