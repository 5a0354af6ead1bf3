"""AWS services behind the words of the product. The only room that knows boto3 and the Textract parser."""
