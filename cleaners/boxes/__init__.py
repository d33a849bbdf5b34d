"""What stands on an article's page and is no article: cards and lists of other stories, polls."""
