"""Slowing and setting aside what machines send, by what it does and not by where it comes from alone.

A prison, a hostel or a library is one address: nobody is refused for the address they share.
"""
