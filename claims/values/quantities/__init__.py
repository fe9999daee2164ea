"""Quantities of English news prose: numbers with unit, hedge and the interval that they mean.

``find_quantities.find_quantities`` reads them, ``convert.convert`` turns one unit into another;
the other modules are steps of the reading.
"""
