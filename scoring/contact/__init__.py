"""The scorecard of a whole contact: its criteria, its gates, and what to practise next."""
