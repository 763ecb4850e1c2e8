"""What happens when the program is killed, or runs twice: long runs by hand, a short one of each among the tests."""
