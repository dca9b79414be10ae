"""A contact and what the store holds as lines of text and as JSON, without a full screen."""
