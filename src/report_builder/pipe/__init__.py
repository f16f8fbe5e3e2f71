"""The steps of a build above the rooms: prepare, view, draw, the list of writers. `report_builder.build` calls them."""
