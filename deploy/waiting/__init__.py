"""The page that is seen while the house is prepared, and the handing over of its socket to the web."""
