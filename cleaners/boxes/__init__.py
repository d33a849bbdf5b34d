"""Parts of an article's page that are not the article: cards and lists of other stories, polls."""
