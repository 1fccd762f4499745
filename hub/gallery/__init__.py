"""Every component and block in its states, for whoever changes them. Only the development settings lead to it."""
