"""Making a tenant whole: settings, default grants, schedule and welcome, in one transaction."""
